"""What setup.cfg cannot say: SUKIEN_MYPYC=1 builds a wheel whose hottest modules are compiled by mypyc.

They are those of [compiled] in setup.cfg, the same modules that are otherwise interpreted. `make compiled` builds it.
"""

import os
import sys
from configparser import ConfigParser

from setuptools import setup


def extensions():
    """The modules to compile; none unless that is asked for, nor where the metadata alone is."""
    if os.environ.get("SUKIEN_MYPYC") != "1" or "bdist_wheel" not in sys.argv:
        return []
    from mypyc.build import mypycify

    config = ConfigParser()
    config.read("setup.cfg", encoding="utf-8")
    modules = config["compiled"]["modules"].split()
    return mypycify(modules, opt_level="2", debug_level="0", multi_file=True)


setup(ext_modules=extensions())
