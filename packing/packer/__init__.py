"""What goes into the art pack: drawings, fonts, tokenizer ranks and their licences, all from node_modules."""
