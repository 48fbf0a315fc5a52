"""Incidents and tallies → publications: records, tables and summaries; the only disclosing room."""
