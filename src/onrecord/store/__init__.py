"""Facts and decisions → kept, found and proved: the case folder and its ledger."""
