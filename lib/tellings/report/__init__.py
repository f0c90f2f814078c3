"""Reports: the notebooks run headlessly, their pages, tables and executed notebooks written.

>>> import tellings.report
>>> report = tellings.report.run(articles="seeds", out="outputs")  # doctest: +SKIP
"""

from tellings.report._hygiene import hygiene
from tellings.report._notebooks import Notebook, open_notebook
from tellings.report._parameters import Parameter, check, parameters
from tellings.report._run import Report, run

__all__ = ["Notebook", "Parameter", "Report", "check", "hygiene", "open_notebook", "parameters", "run"]
