// Compares the fence with its reverse: every bad pair is met twice, so the sum is halved.
#include <algorithm>
#include <iostream>
#include <vector>

using namespace std;

int main() {
    int n;
    cin >> n;
    vector<long long> colour(n), cost(n);
    for (auto &one : colour) cin >> one;
    for (auto &one : cost) cin >> one;
    long long twice = 0;
    for (int i = 0; i < n; ++i)
        if (colour[i] != colour[n - 1 - i]) twice += min(cost[i], cost[n - 1 - i]);
    cout << twice / 2 << '\n';
}
