// Builds the width bit by bit, and jumps from shelf to shelf by running sums.
#include <algorithm>
#include <iostream>
#include <vector>

using namespace std;

int main() {
    int n, k;
    long long e, widest = 0;
    cin >> n >> k >> e;
    vector<long long> sum(n + 1);
    for (int i = 0; i < n; ++i) {
        long long folder;
        cin >> folder;
        widest = max(widest, folder);
        sum[i + 1] = sum[i] + folder;
    }
    auto fits = [&](long long width) {
        if (width < widest) return false;
        int shelves = 0;
        for (int at = 0; at < n; ++shelves) {
            int to = upper_bound(sum.begin(), sum.end(), sum[at] + width - e) - sum.begin() - 1;
            at = max(at + 1, to);
        }
        return shelves <= k;
    };
    long long too_small = 0;
    for (long long step = 1LL << 43; step; step /= 2)
        if (!fits(too_small + step)) too_small += step;
    cout << too_small + 1 << '\n';
}
