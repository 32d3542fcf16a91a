// Keeps the panel in 32 bits.
#include <bit>
#include <cstdint>
#include <iostream>
#include <vector>

using namespace std;

int main() {
    int n, s, q;
    cin >> n >> s >> q;
    vector<long long> masks(s);
    for (auto &mask : masks) cin >> mask;
    uint32_t panel = 0;
    while (q--) {
        int press;
        cin >> press;
        panel ^= (uint32_t)masks[press - 1];
        int highest = 0;
        for (int lamp = 0; lamp < 32; ++lamp)
            if (panel >> lamp & 1) highest = lamp + 1;
        cout << popcount(panel) << ' ' << highest << '\n';
    }
}
