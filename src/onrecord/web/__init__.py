"""The workbench: pages over one case, served to one person on their own machine."""
