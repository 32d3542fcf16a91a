// Compares each captain with each lighthouse.
#include <algorithm>
#include <iostream>
#include <vector>

using namespace std;

int main() {
    int n, q;
    cin >> n >> q;
    vector<int> codes(n);
    for (auto &one : codes) cin >> one;
    while (q--) {
        int code, m, best = -1;
        cin >> code >> m;
        for (int one : codes)
            if (one <= m) best = max(best, one ^ code);
        cout << best << '\n';
    }
}
