// A table of common lengths that start at two places, cut at the distance of the places.
#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

using namespace std;

int main() {
    string s;
    cin >> s;
    int n = s.size(), best = 0, where = 0;
    vector<int> below(n + 2, 0), row(n + 2, 0);
    for (int i = n - 1; i >= 0; --i) {
        for (int j = n - 1; j > i; --j) {
            row[j] = s[i] == s[j] ? below[j + 1] + 1 : 0;
            int length = min(row[j], j - i);
            if (length >= best && length > 0) best = length, where = i;
        }
        swap(row, below);
    }
    cout << best << '\n';
    if (best) cout << s.substr(where, best) << '\n';
}
