// Departures from the last to the first take the latest arrival that is free and fits.
#include <algorithm>
#include <iostream>
#include <set>
#include <vector>

using namespace std;

int main() {
    int n, m;
    long long a, b;
    cin >> n >> m >> a >> b;
    multiset<long long> arrivals;
    vector<long long> departures(m);
    for (int i = 0; i < n; ++i) {
        long long time;
        cin >> time;
        arrivals.insert(time);
    }
    for (auto &one : departures) cin >> one;
    int pairs = 0;
    for (int i = m - 1; i >= 0; --i) {
        auto it = arrivals.upper_bound(departures[i] - a);
        if (it == arrivals.begin() || *--it < departures[i] - b) continue;
        arrivals.erase(it);
        ++pairs;
    }
    cout << pairs << '\n';
}
