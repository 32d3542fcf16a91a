// Computes from right to left how far each day's run reaches, then picks the first longest.
#include <algorithm>
#include <iostream>
#include <vector>

using namespace std;

int main() {
    int n;
    cin >> n;
    vector<long long> days(n);
    for (auto &day : days) cin >> day;
    vector<int> reach(n, 1);
    for (int i = n - 2; i >= 0; --i)
        if (days[i] < days[i + 1]) reach[i] = reach[i + 1] + 1;
    int best = max_element(reach.begin(), reach.end()) - reach.begin();
    cout << reach[best] << ' ' << best + 1 << '\n';
}
