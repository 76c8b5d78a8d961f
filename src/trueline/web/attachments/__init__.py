"""Files that people attach: kept by their check sum in the data folder, as long as something names them."""
