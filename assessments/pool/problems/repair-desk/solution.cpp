// A sorted map from tray size to how many trays have it; equal trays are served together.
#include <algorithm>
#include <iostream>
#include <map>

using namespace std;

int main() {
    long long n, k, total = 0;
    cin >> n >> k;
    map<long long, long long> trays;
    while (n--) {
        long long phones;
        cin >> phones;
        ++trays[phones];
    }
    while (k > 0) {
        auto [phones, number] = *trays.rbegin();
        if (!phones) break;
        long long served = min(number, k);
        k -= served;
        trays[phones / 2] += served;
        if (served == number) trays.erase(phones);
        else trays[phones] -= served;
    }
    for (auto &[phones, number] : trays) total += phones * number;
    cout << total << '\n';
}
