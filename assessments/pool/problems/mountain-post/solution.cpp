// Improves the times road by road until nothing changes.
#include <array>
#include <climits>
#include <iostream>
#include <vector>

using namespace std;

int main() {
    int n, m;
    cin >> n >> m;
    vector<long long> change(n + 1), time(n + 1, LLONG_MAX);
    for (int i = 1; i <= n; ++i) cin >> change[i];
    change[1] = 0;
    vector<array<long long, 3>> roads(m);
    for (auto &[a, b, minutes] : roads) cin >> a >> b >> minutes;
    time[1] = 0;
    auto ride = [&](long long a, long long b, long long minutes) {
        if (time[a] == LLONG_MAX || time[a] + change[a] + minutes >= time[b]) return false;
        time[b] = time[a] + change[a] + minutes;
        return true;
    };
    for (bool changed = true; changed;) {
        changed = false;
        for (auto &[a, b, minutes] : roads) {
            changed |= ride(a, b, minutes);
            changed |= ride(b, a, minutes);
        }
    }
    cout << (time[n] == LLONG_MAX ? -1 : time[n]) << '\n';
}
