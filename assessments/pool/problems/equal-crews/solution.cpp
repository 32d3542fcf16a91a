// Fills crew after crew; a table over sets of rowers says how full the present crew is.
#include <algorithm>
#include <iostream>
#include <numeric>
#include <vector>

using namespace std;

int main() {
    int q;
    cin >> q;
    while (q--) {
        int n, k;
        cin >> n >> k;
        vector<long long> strength(n);
        for (auto &one : strength) cin >> one;
        long long total = accumulate(strength.begin(), strength.end(), 0LL);
        vector<long long> fill(1 << n, -1);
        fill[0] = 0;
        for (int used = 0; total % k == 0 && used < 1 << n; ++used) {
            if (fill[used] < 0) continue;
            for (int rower = 0; rower < n; ++rower)
                if (!(used >> rower & 1) && fill[used] + strength[rower] <= total / k)
                    fill[used | 1 << rower] = (fill[used] + strength[rower]) % (total / k);
        }
        cout << (fill.back() == 0 && total % k == 0 ? "yes\n" : "no\n");
    }
}
