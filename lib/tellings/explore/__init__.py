"""Explorers for JupyterLab: words in context, frames by codebook, two articles side by side.

They need the extra ``explore`` (ipywidgets). Where nobody is there to choose, under papermill or in the kit's own
run, each shows what it would begin with.
"""

from tellings.explore._concordance import concordance
from tellings.explore._explorer import Explorer
from tellings.explore._frames import frames
from tellings.explore._hints import hints
from tellings.explore._side import side_by_side

__all__ = ["Explorer", "concordance", "frames", "hints", "side_by_side"]
