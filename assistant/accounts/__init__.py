"""Who may what: accounts, roles, passwords, sign-in. Rules are pure; what is kept goes through `ports`."""
