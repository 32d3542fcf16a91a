// For every pair, searches in the sorted weights after it.
#include <algorithm>
#include <iostream>
#include <vector>

using namespace std;

int main() {
    int n;
    long long a, b, found = 0;
    cin >> n >> a >> b;
    vector<long long> w(n);
    for (auto &one : w) cin >> one;
    sort(w.begin(), w.end());
    for (int i = 0; i < n; ++i)
        for (int j = i + 1; j < n; ++j) {
            long long pair = w[i] + w[j];
            auto from = lower_bound(w.begin() + j + 1, w.end(), a - pair);
            auto to = upper_bound(w.begin() + j + 1, w.end(), b - pair);
            found += to - from;
        }
    cout << found << '\n';
}
