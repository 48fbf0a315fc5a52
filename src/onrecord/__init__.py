"""onrecord: from reports about harm to civilians to counts that can be defended."""

__version__ = "0.1.0"
