// An array of lamps, toggled one by one.
#include <iostream>
#include <vector>

using namespace std;

int main() {
    int n, s, q;
    cin >> n >> s >> q;
    vector<long long> masks(s);
    for (auto &mask : masks) cin >> mask;
    vector<bool> on(n);
    while (q--) {
        int press, lit = 0, highest = 0;
        cin >> press;
        for (int lamp = 0; lamp < n; ++lamp) {
            if (masks[press - 1] >> lamp & 1) on[lamp] = !on[lamp];
            if (on[lamp]) ++lit, highest = lamp + 1;
        }
        cout << lit << ' ' << highest << '\n';
    }
}
