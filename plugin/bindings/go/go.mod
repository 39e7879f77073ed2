module cop11

go 1.18
