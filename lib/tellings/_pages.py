"""What the runner tells its kernels of the pages it writes, for the stages that link to them."""

# Set, to the pages' names, in the kernels of a run that makes the side-by-side page; elsewhere there is none.
PAGES = "TELLINGS_PAGES"
