"""The bundled demo sites: invented articles in the markup of every platform, served on loopback."""
