"""Laws: citations of one document in several articles, by type, number, period and issuer."""
