"""Pixels: decoding, framing, masks, finishing, encoding, metadata. Runs in the worker, beside the pixels."""
