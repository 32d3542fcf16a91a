// Writes the whole list; a million sums are few.
#include <algorithm>
#include <iostream>
#include <vector>

using namespace std;

int main() {
    int n, m, q;
    cin >> n >> m >> q;
    vector<int> mains(n), desserts(m), sums;
    for (auto &one : mains) cin >> one;
    for (auto &one : desserts) cin >> one;
    sums.reserve((size_t)n * m);
    for (int main_price : mains)
        for (int dessert : desserts) sums.push_back(main_price + dessert);
    sort(sums.begin(), sums.end());
    while (q--) {
        int k;
        cin >> k;
        cout << sums[k - 1] << '\n';
    }
}
