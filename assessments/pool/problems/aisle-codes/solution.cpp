// Files each code under its numbers in a sorted map of lists.
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

using namespace std;

int main() {
    int n;
    cin >> n;
    map<vector<int>, vector<string>> shelves;
    while (n--) {
        string code, number;
        cin >> code;
        stringstream parts(code);
        vector<int> key;
        while (getline(parts, number, '.')) key.push_back(stoi(number));
        shelves[key].push_back(code);
    }
    for (auto &[key, codes] : shelves)
        for (auto &code : codes) cout << code << '\n';
}
