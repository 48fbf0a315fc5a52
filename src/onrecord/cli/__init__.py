"""The command line → the pipeline: parse, call, render."""
