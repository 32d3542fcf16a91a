// The highest power of each prime, multiplied with a look at the limit before every step.
#include <algorithm>
#include <iostream>
#include <map>

using namespace std;

int main() {
    long long n, d;
    cin >> n >> d;
    map<long long, int> powers;
    while (n--) {
        long long t;
        cin >> t;
        for (long long p = 2; p * p <= t; ++p) {
            int times = 0;
            for (; t % p == 0; t /= p) ++times;
            if (times) powers[p] = max(powers[p], times);
        }
        if (t > 1) powers[t] = max(powers[t], 1);
    }
    long long total = 1;
    for (auto &[prime, times] : powers)
        for (int i = 0; i < times; ++i) {
            if (total > d / prime) {
                cout << "never\n";
                return 0;
            }
            total *= prime;
        }
    cout << total << '\n';
}
