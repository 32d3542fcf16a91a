// Searches the answer: k orders can be served if the k shortest fit the k longest cables pair by pair.
#include <algorithm>
#include <iostream>
#include <vector>

using namespace std;

int main() {
    int n, m;
    cin >> n >> m;
    vector<long long> cable(n), order(m);
    for (auto &one : cable) cin >> one;
    for (auto &one : order) cin >> one;
    sort(cable.begin(), cable.end());
    sort(order.begin(), order.end());
    int low = 0, high = min(n, m);
    while (low < high) {
        int k = (low + high + 1) / 2;
        bool fits = true;
        for (int i = 0; i < k; ++i) fits = fits && order[i] <= cable[n - k + i];
        if (fits) low = k;
        else high = k - 1;
    }
    cout << low << '\n';
}
