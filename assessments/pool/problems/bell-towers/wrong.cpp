// Multiplies before it looks at the limit, so that the product runs over.
#include <iostream>
#include <numeric>

using namespace std;

int main() {
    long long n, d, total = 1;
    cin >> n >> d;
    while (n--) {
        long long t;
        cin >> t;
        total = (long long)((unsigned long long)total * t) / gcd(total, t);
    }
    if (total > d) cout << "never\n";
    else cout << total << '\n';
}
