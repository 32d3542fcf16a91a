// For each caretaker, multiples of that key minus those that also belong to somebody else, by recursion.
#include <iostream>
#include <numeric>
#include <vector>

using namespace std;

vector<long long> keys;
long long n;

// Lockers that are multiples of `base` and of none of the keys from `from` on, except for `own`.
long long free_of(long long base, size_t from, size_t own) {
    if (base > n) return 0;
    if (from == keys.size()) return n / base;
    if (from == own) return free_of(base, from + 1, own);
    long long step = keys[from] / gcd(base, keys[from]);
    long long both = base > n / step ? n + 1 : base * step;
    return free_of(base, from + 1, own) - free_of(both, from + 1, own);
}

int main() {
    int k;
    cin >> n >> k;
    keys.resize(k);
    for (auto &key : keys) cin >> key;
    long long total = 0;
    for (int own = 0; own < k; ++own) total += free_of(keys[own], 0, own);
    cout << total << '\n';
}
