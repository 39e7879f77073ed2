#include <cop11.hpp>
#include <fstream>
#include <iostream>
#include <iterator>

int main(int, char **argv) try {
  std::ifstream file(argv[1], std::ios::binary);
  std::string dossier{std::istreambuf_iterator<char>(file), {}};
  cop11::call how;
  how.format = "text";
  std::cout << cop11::engine().evaluate(dossier, how).view();
} catch (const cop11::error &error) {
  std::cerr << error.where << ":" << error.line << ": " << error.what() << '\n';
  return 1;
}
