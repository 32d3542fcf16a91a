// Plays every bonus on each person below; the firm is small enough for a compiled program.
#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

using namespace std;

int main() {
    int n, q;
    cin >> n >> q;
    vector<int> manager(n + 1), order, start(n + 1), size(n + 1, 1);
    vector<vector<int>> below(n + 1);
    for (int i = 1; i <= n; ++i) {
        cin >> manager[i];
        below[manager[i]].push_back(i);
    }
    vector<int> stack = below[0];
    while (!stack.empty()) {
        int person = stack.back();
        stack.pop_back();
        start[person] = order.size();
        order.push_back(person);
        for (int one : below[person]) stack.push_back(one);
    }
    for (int i = n - 1; i >= 0; --i) size[manager[order[i]]] += size[order[i]];
    vector<long long> coins(n + 1);
    while (q--) {
        string word;
        int p;
        cin >> word >> p;
        if (word == "top") {
            long long richest = coins[p];
            for (; p; p = manager[p]) richest = max(richest, coins[p]);
            cout << richest << '\n';
            continue;
        }
        long long c = 0, total = 0;
        if (word == "bonus") cin >> c;
        for (int at = start[p]; at < start[p] + size[p]; ++at) total += coins[order[at]] += c;
        if (word == "sum") cout << total << '\n';
    }
}
