// Whoever needs fewer rounds leaves earlier; within a round the order stays: a stable sort.
#include <algorithm>
#include <iostream>
#include <utility>
#include <vector>

using namespace std;

int main() {
    int n, q;
    cin >> n >> q;
    vector<pair<int, int>> people;
    for (int i = 1; i <= n; ++i) {
        int wish;
        cin >> wish;
        people.push_back({(wish + q - 1) / q, i});
    }
    sort(people.begin(), people.end());
    for (auto &[rounds, person] : people) cout << person << ' ';
    cout << '\n';
}
