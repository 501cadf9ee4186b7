"""What is kept: inspections, accounts, the register of units, who looked at what. The only door to SQLAlchemy."""
