"""The same case as JSON: what pages show and do, for programs with a token."""
