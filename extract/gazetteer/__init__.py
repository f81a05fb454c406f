"""The administrative units of Vietnam: names, tiers, codes, and the unit that publishes a site."""
