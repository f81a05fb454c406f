"""From bytes to an article: decoding, recognising the platform, reading the fields, telling twins apart."""
