// The farthest reach for every number of stops, charger after charger.
#include <algorithm>
#include <iostream>
#include <utility>
#include <vector>

using namespace std;

int main() {
    long long n, d, r;
    cin >> n >> d >> r;
    vector<pair<long long, long long>> chargers(n);
    for (auto &[place, gain] : chargers) cin >> place >> gain;
    sort(chargers.begin(), chargers.end());
    vector<long long> reach(n + 1, -1);
    reach[0] = r;
    for (int i = 0; i < n; ++i)
        for (int stops = i; stops >= 0; --stops)
            if (reach[stops] >= chargers[i].first) reach[stops + 1] = max(reach[stops + 1], reach[stops] + chargers[i].second);
    for (int stops = 0; stops <= n; ++stops)
        if (reach[stops] >= d) {
            cout << stops << '\n';
            return 0;
        }
    cout << "-1 " << *max_element(reach.begin(), reach.end()) << '\n';
}
