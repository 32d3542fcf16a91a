// Differences of running sums.
#include <iostream>
#include <vector>

using namespace std;

int main() {
    int n, k;
    cin >> n >> k;
    vector<long long> sum(n + 1);
    for (int i = 0; i < n; ++i) {
        long long day;
        cin >> day;
        sum[i + 1] = sum[i] + day;
    }
    int best = 0;
    for (int i = 0; i + k <= n; ++i)
        if (sum[i + k] - sum[i] > sum[best + k] - sum[best]) best = i;
    cout << sum[best + k] - sum[best] << ' ' << best + 1 << '\n';
}
