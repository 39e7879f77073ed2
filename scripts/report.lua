-- cop11.report/1, which the core writes (plugin/core/report.h): what it is called, for
-- those who read one.

return { FORMAT = "cop11.report/1" }
