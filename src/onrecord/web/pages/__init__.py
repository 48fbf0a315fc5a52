"""One module a page: parse the address, ask the pipeline, render."""
