# frozen_string_literal: true

Gem::Specification.new do |gem|
  gem.name = "cop11"
  gem.version = "0.1.0"
  gem.summary = "Checks a dossier against RJC COP 11 Security: libcop11"
  gem.authors = ["The libcop11 authors"]
  gem.license = "MIT"
  gem.files = ["cop11.rb", "README.md", *Dir["libcop11.so"]]
  gem.require_paths = ["."]
  gem.required_ruby_version = ">= 3.1"
end
