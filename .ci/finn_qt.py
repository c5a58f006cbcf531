"""Run by the bundle before the program: where its Qt has its plugins. PyInstaller's own way loads all of Qt for it."""

import os
import sys
from pathlib import Path

os.environ["QT_PLUGIN_PATH"] = str(Path(sys.prefix, "PySide6", "Qt", "plugins"))
