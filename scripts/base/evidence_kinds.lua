-- What a piece of evidence can be.

return { "document", "interview", "observation", "record", "external_register" }
