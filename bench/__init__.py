"""Benchmarks: each module measures one thing against a named reference in the same run and prints a table."""
