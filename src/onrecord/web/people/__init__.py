"""People of a team: who is at the other end of a request, and what that person may do."""
